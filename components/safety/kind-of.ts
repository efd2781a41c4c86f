/** What an id is of, as messages name it. */
export const kindOf = (id: string) =>
  id.startsWith("pst_")
    ? "post"
    : id.startsWith("cmt_")
      ? "comment"
      : id.startsWith("pho_")
        ? "photo"
        : "user"
