/// Placeholder until the first type of Postgres lands.
