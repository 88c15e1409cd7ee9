/// How the private PostgreSQL is run.
struct ClusterSettings: Sendable {
  /// False only for tests that do not kill it: a commit then survives the process, not the machine.
  var isDurable = true

  func initialisation(data: String) -> [String] {
    [
      "-D", data, "-U", PrivateCluster.user, "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
      // Sessions come through the socket only, and its directory lets nobody in but the account and root.
      "--auth-local=trust", "--auth-host=reject", "--no-instructions",
    ] + (isDurable ? [] : ["--no-sync"])
  }

  func run(_ directory: ClusterDirectory) -> [String] {
    let durability = isDurable ? "on" : "off"
    let settings = [
      ("listen_addresses", ""), ("port", "5432"), ("unix_socket_directories", directory.socket),
      ("unix_socket_permissions", "0700"), ("max_connections", isDurable ? "60" : "800"), ("cluster_name", "aftershow"),
      ("fsync", durability), ("full_page_writes", durability), ("synchronous_commit", "on"), ("jit", "off"),
      ("timezone", "UTC"), ("log_timezone", "UTC"),
      // A week of logs, a file a day of the week.
      ("logging_collector", "on"), ("log_destination", "stderr"), ("log_directory", directory.log),
      ("log_filename", "postgres-%a.log"), ("log_file_mode", "0600"), ("log_rotation_age", "1d"),
      ("log_rotation_size", "0"), ("log_truncate_on_rotation", "on"),
      // No user's text in a log: statements, parameters and details are left out, and errors of statements, whose
      // messages may quote a value, are told to the session that made them and to nobody else.
      ("log_min_messages", "log"), ("log_min_error_statement", "panic"), ("log_error_verbosity", "terse"),
      ("log_statement", "none"), ("log_min_duration_statement", "-1"), ("log_parameter_max_length", "0"),
      ("log_parameter_max_length_on_error", "0"), ("log_lock_waits", "off"),
    ]
    return ["-D", directory.data] + settings.flatMap { ["-c", "\($0.0)=\($0.1)"] }
  }
}
