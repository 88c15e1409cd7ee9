/// Placeholder until the first type of Tables lands.
