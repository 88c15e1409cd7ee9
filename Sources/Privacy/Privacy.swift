/// Placeholder until the first type of Privacy lands.
