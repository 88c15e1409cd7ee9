/// Placeholder until the first type of Metrics lands.
