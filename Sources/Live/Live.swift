/// Placeholder until the first type of Live lands.
