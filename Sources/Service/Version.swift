/// Which Aftershow this is: told by `--version` and in the first line of the log.
public enum Version {
  public static let current = "1.0"
}
