import Metrics

/// `web/core/metrics.js`: what the page may know of every metric.
struct MetricsModule {
  var text: String {
    """
    /**
     * The catalogue of metrics: unit, the roles that answer for it, the first above all, and which way is better (1 higher,
     * -1 lower, 0 neither). Written by a test run (DerivedFilesTests); nobody edits it. Names stand in strings/metrics under
     * `metric.<key>`, what they mean in strings/formulas under `formula.<key>`.
     */
    const TABLE = {
    \(Metric.catalogue.map { "  \($0.key): ['\($0.unit.rawValue)', '\($0.owners.joined(separator: " "))', \(sign($0.better))]," }.joined(separator: "\n"))
    };

    export const METRICS = Object.fromEntries(
      Object.entries(TABLE).map((
        [key, [unit, owners, better]],
      ) => [key, { unit, owner: owners.split(' ')[0], owners: owners.split(' '), better }]),
    );

    """
  }

  private func sign(_ better: Metric.Direction) -> Int {
    switch better {
    case .up: 1
    case .down: -1
    case .neutral: 0
    }
  }
}

/// A file of the page's words, of one kind and in one language, for every metric that has any.
struct MetricWords {
  let name: String
  let words: (Metric) -> String?

  var text: String {
    let lines = Metric.catalogue.compactMap { metric in
      words(metric).map { "  \(metric.key): '\($0.replacing("'", with: "\\'"))'," }
    }
    return """
      /** The server's catalogue of metrics says so. Written by a test run (DerivedFilesTests); nobody edits it. */
      export const \(name) = {
      \(lines.joined(separator: "\n"))
      };

      """
  }
}
