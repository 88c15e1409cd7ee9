/// Placeholder until the first type of Board lands.
