import Foundation
import RulesEngine
import TestSupport
import Testing

@testable import explore

/// Holds files against our schemas, with a validator that shares nothing with what makes them; and, where the Python
/// package `jsonschema` is installed, also with somebody else's, which has to agree.
enum PackSchemaValidator {
    private static let hasPython = (try? python("import jsonschema")) != nil

    /// One file to be held against a schema.
    struct Instance: Sendable {
        let name: String
        let json: String
    }

    /// Why the program could not be asked.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The mistakes found in each file, by its name, each with its place; files in order are left out.
    static func mistakes(in instances: [Instance], schema: String) throws -> [String: [String]] {
        let validator = try SchemaValidator(value(schema))
        var found: [String: [String]] = [:]
        for instance in instances {
            let mistakes = try validator.mistakes(in: value(instance.json))
            if !mistakes.isEmpty { found[instance.name] = mistakes }
        }
        if hasPython { #expect(Set(try pythonsMistakes(in: instances, schema: schema).keys) == Set(found.keys)) }
        return found
    }

    private static func value(_ json: String) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
    }

    private static func pythonsMistakes(in instances: [Instance], schema: String) throws -> [String: [String]] {
        let names = instances.map { JSONLine.text(.text($0.name)) }
        let files = zip(names, instances).map { "[\($0), \($1.json)]" }.joined(separator: ",\n")
        let output = try python(script, input: "{\"schema\": \(schema), \"files\": [\(files)]}")
        let found = try JSONSerialization.jsonObject(with: output) as? [String: [String]]
        guard let found else { throw Failure(description: String(decoding: output, as: UTF8.self)) }
        return found
    }

    /// Also holds the schema itself against the schema of schemas.
    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator as Validator
        given = json.load(sys.stdin)
        Validator.check_schema(given["schema"])
        validator = Validator(given["schema"])
        found = {}
        for name, file in given["files"]:
            errors = [e.json_path + ": " + e.message[:200] for e in validator.iter_errors(file)]
            if errors: found[name] = errors
        print(json.dumps(found))
        """

    @discardableResult
    private static func python(_ script: String, input: String = "") throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let (into, out, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = into
        process.standardOutput = out
        process.standardError = errors
        try process.run()
        // Written from another thread: a full pipe would wait for a reader that waits for us.
        DispatchQueue.global().async {
            try? into.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? into.fileHandleForWriting.close()
        }
        let output = out.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: String(decoding: complaints.suffix(1000), as: UTF8.self))
        }
        return output
    }
}
