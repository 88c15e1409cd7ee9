/// Placeholder until the first type of ServiceLoop lands.
