import ArgumentParser
import Checklists
import RulesEngine

/// `explore coverage`.
struct CoverageCommand: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Show what you have learned so far, and from how many people.",
        discussion: """
            One row for each topic, one column for each path. A person counts once; one voice is an anecdote, two that do not \
            know of each other are a pattern. Below it stands what to ask whom next.

            Examples:
              explore coverage --log Examples/sam.yaml --now '2026-11-20 18:00'
              explore coverage --path people --log Examples/sam.yaml --now '2026-11-20 18:00' --format json
            """)

    @Option(help: "Only this path, with who said what.")
    var path: String?
    @Option(help: "Also draw the map as a picture: an SVG file. One that is there is replaced.")
    var svg: String?
    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let kit = try workspace.kit(console)
        let subject = try path.map { try PathName.find($0, workspace, kit) }
        var diagnostics = Diagnostics()
        let coverage = CoverageMaker(kit: kit, frame: workspace.frame)
            .coverage(of: workspace.document, at: workspace.now, only: subject, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        if let svg { try draw(coverage, to: svg, workspace) }
        let writer = CoverageWriter(coverage: coverage, zone: workspace.zone, showsVoices: subject != nil)
        console.write(format.format == .json ? writer.json + "\n" : writer.text)
        return .inOrder
    }

    private func draw(_ coverage: Coverage, to path: String, _ workspace: Workspace) throws {
        let made = workspace.zone.wallTime(at: workspace.now).spoken
        try PictureFile.write(CoveragePicture(coverage: coverage, made: made).text, to: path)
    }
}
