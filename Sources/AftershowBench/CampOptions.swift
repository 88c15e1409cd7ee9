import ArgumentParser

/// Which camp to come into, and whom to watch meanwhile.
struct CampOptions: ParsableArguments {
  @OptionGroup var processes: ProcessOptions

  @Argument(help: "File with what `fill` printed.")
  var camp: String

  func open() throws -> (camp: Camp, watch: ProcessWatch) { (try Camp(file: camp), ProcessWatch(processes)) }
}
