/// What makes two examples the same story, however they are named and whatever is expected of them.
extension Example {
    /// A number that two examples share when they are the same in everything a rule can look at.
    var fingerprint: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        hasher.combine(now)
        hasher.combine(otherClocks)
        return hasher.finalize()
    }

    /// The same without the clock.
    private func hash(into hasher: inout Hasher) {
        hasher.combine(document)
        hasher.combine(plan)
        hasher.combine(message)
        hasher.combine(person)
        hasher.combine(frame.zone.name)
    }

    /// Examples that tell the same story to different clocks made one, which knows the other clocks.
    static func merged(_ examples: [Example]) -> [Example] {
        var places: [Int: Int] = [:]
        var merged: [Example] = []
        for example in examples {
            var hasher = Hasher()
            example.hash(into: &hasher)
            let story = hasher.finalize()
            if let place = places[story], example.plan == nil, example.message == nil {
                merged[place].otherClocks.append(example.now)
            } else {
                places[story] = merged.count
                merged.append(example)
            }
        }
        return merged
    }
}

// MARK: - Without places

extension Example {
    /// The same example as if it had been written nowhere.
    var withoutPlaces: Example {
        var copy = self
        copy.document.activities = document.activities.map(\.withoutPlaces)
        copy.document.me = document.me.map(\.withoutPlaces)
        copy.document.records = document.records.map { record in
            var copy = record
            copy.name = record.name.withoutPlace
            copy.fields = record.fields.map(\.withoutPlaces)
            return copy
        }
        copy.plan = plan?.withoutPlaces
        return copy
    }
}

extension WrittenText {
    fileprivate var withoutPlace: WrittenText { WrittenText(text) }
}

extension FieldLine {
    fileprivate var withoutPlaces: FieldLine {
        var copy = self
        copy.name = name.withoutPlace
        copy.values = values.map(\.withoutPlace)
        return copy
    }
}

extension ActivityLine {
    fileprivate var withoutPlaces: ActivityLine {
        var copy = self
        copy.range = nil
        copy.kind = kind.withoutPlace
        copy.with = with.map(\.withoutPlace)
        copy.fields = fields.map(\.withoutPlaces)
        copy.parts = parts.map { PartsLine(field: $0.field.withoutPlace, lines: $0.lines.map(\.withoutPlaces)) }
        return copy
    }
}
