/// A pack in a `.tar.gz` archive, read in memory: nothing is written to disk before everything in it was looked at.
public enum PackArchive {
    /// What the archive holds.
    public static func parcel(
        _ bytes: [UInt8], limits: PackStoreLimits = .standard
    ) throws(PackStoreError) -> PackStoreParcel {
        guard bytes.count <= limits.archiveBytes else { throw .tooLarge("the archive", limits.archiveBytes) }
        return try parcel(tar: PackArchiveGzip.unpack(bytes, most: limits.unpackedBytes), limits: limits)
    }

    /// What an archive holds that is not packed, as `git archive` writes it.
    public static func parcel(
        tar bytes: [UInt8], limits: PackStoreLimits = .standard
    ) throws(PackStoreError) -> PackStoreParcel {
        guard bytes.count <= limits.unpackedBytes else {
            throw .tooLarge("what is in the archive", limits.unpackedBytes)
        }
        return try PackStoreParcel(PackArchiveTar.entries(bytes, limits), limits: limits)
    }
}
