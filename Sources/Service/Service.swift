/// Placeholder until the first type of Service lands.
