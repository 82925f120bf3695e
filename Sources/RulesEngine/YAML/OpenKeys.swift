/// The keys seen so far in every mapping that is still open, to find keys that are set twice.
///
/// A mapping's keys are compared one by one as long as they are few, by a table once there are many, so that a million
/// keys cost a million steps. Only hashes are compared here, with a seed nobody can know; the caller compares the texts.
struct OpenKeys {
    private struct Key {
        let hash: UInt64
        let node: UInt32
    }

    private static let few = 16

    private let seed = UInt64.random(in: .min ... .max)
    private var keys: [Key] = []
    /// Per open mapping: its first key in `keys`.
    private var starts: [Int] = []
    /// Per mapping that has many keys, by its place in `starts`: the keys by hash.
    private var tables: [Int: [UInt64: UInt32]] = [:]

    /// A mapping begins.
    mutating func open() {
        starts.append(keys.count)
    }

    /// The mapping that began last ends.
    mutating func close() {
        guard let start = starts.popLast() else { return }
        if keys.count - start > Self.few { tables[starts.count] = nil }
        keys.removeSubrange(start...)
    }

    /// Notes a key of the innermost mapping and gives the first node whose text has the same hash, if there is one.
    mutating func insert(_ node: UInt32, text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard let start = starts.last else { return nil }
        let hash = hash(text)
        guard keys.count - start < Self.few else { return insertWide(Key(hash: hash, node: node), from: start) }
        for index in start..<keys.count where keys[index].hash == hash { return keys[index].node }
        keys.append(Key(hash: hash, node: node))
        return nil
    }

    private mutating func insertWide(_ key: Key, from start: Int) -> UInt32? {
        let level = starts.count - 1
        if tables[level] == nil {
            tables[level] = Dictionary(keys[start...].map { ($0.hash, $0.node) }) { first, _ in first }
            // One key more than few: what tells `close` that there is a table.
            keys.append(key)
        }
        if let earlier = tables[level]?[key.hash] { return earlier }
        tables[level]?[key.hash] = key.node
        return nil
    }

    /// Equal for equal texts, also when one is composed and the other decomposed Unicode.
    private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed
        var seen: UInt8 = 0
        for byte in text {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            seen |= byte
        }
        guard seen >= 0x80 else { return hash ^ (hash >> 32) }
        return UInt64(bitPattern: Int64(String(decoding: text, as: UTF8.self).hashValue))
    }
}
