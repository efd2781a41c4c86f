/** What the test servers are called and who may use them. */
export const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "a-secret-of-this-test" }
export const BUCKET = "originals"
export const OTHER_BUCKET = "media"
export const ORIGIN = "http://localhost:3000"
