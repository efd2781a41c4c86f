/** Below this every session is made. Where a request comes from, the CDN tells these calls alone. */
export const signInPath = "/api/auth/"

/**
 * What the CDN's function does with every request before it is looked up in the cache, as CloudFront's JavaScript:
 * - takes away the headers that only the CDN, Next or the server's wrapper may set; where somebody is too, except in
 *   the calls for which a policy has CloudFront write it;
 * - says that the request came through the CDN, and from which address;
 * - tells members from visitors, for the key: whoever carries a session or a token is never shown a visitor's page,
 *   nor the reverse. Files are the same for everybody.
 *
 * It is as short as it can be: CloudFront takes 10 KB, and the router needs nearly nine.
 * @param secret proves that a request came this way; letters, digits, `_` and `-`
 */
export const viewerRequest = (secret: string) =>
  [
    "const q=event.request,h=q.headers,c=q.cookies;",
    "for(const n in h)if(/^x-(cdn|viewer|middleware|nextjs|next|open-next|invoke|matched|now)-/.test(n)" +
      `||/^cloudfront-/.test(n)&&!q.uri.startsWith("${signInPath}"))delete h[n];`,
    `h["x-cdn-secret"]={value:"${secret}"};`,
    'h["x-viewer-address"]={value:event.viewer.ip};',
    'h["x-viewer-kind"]={value:!/^\\/(_next|media)\\//.test(q.uri)&&(h.authorization||c.session||c["__Host-session"])?"member":"visitor"};',
    // Nothing uses Next's image optimizer: it would be a way to spend our money.
    'if(q.uri.startsWith("/_next/image"))return{statusCode:404,statusDescription:"Not Found"};',
  ].join("")
