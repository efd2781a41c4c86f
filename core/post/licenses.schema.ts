/**
 * What others may do with photos: everything reserved, or a Creative Commons licence (4.0; CC0 1.0). Needs no zod, so
 * that a form can offer them.
 */
export const licenses = [
  "all_rights_reserved",
  "cc_by",
  "cc_by_sa",
  "cc_by_nd",
  "cc_by_nc",
  "cc_by_nc_sa",
  "cc_by_nc_nd",
  "cc0",
] as const
