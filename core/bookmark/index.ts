export * as Bookmark from "./bookmark"
