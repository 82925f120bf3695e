import PackagePlugin

/// Builds the shipped packs into the program, so that it finds them wherever it is moved to.
@main
struct EmbedRules: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let rules = context.package.directoryURL.appending(path: "Rules")
        let output = context.pluginWorkDirectoryURL.appending(path: "ShippedPacks.swift")
        let files = FileList.files(below: rules)
        return [
            .buildCommand(
                displayName: "Embed the shipped packs",
                executable: try context.tool(named: "EmbedRulesTool").url,
                arguments: [rules.path, output.path],
                inputFiles: files, outputFiles: [output])
        ]
    }
}
