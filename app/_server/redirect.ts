import "server-only"

/** To an address that works for a minute; the browser may remember it a little less long. */
export const redirect = ({ url }: { url: string }) =>
  new Response(null, { status: 302, headers: { location: url, "cache-control": "private, max-age=50" } })
