export * as Relation from "./relation"
