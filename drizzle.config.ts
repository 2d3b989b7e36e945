import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./schema",
  out: "./migrations",
  // drizzle-kit looks no further than public unless it is told to; Limbeck takes the schemas from the models.
  schemaFilter: ["public", "catalog", "billing"],
});
