export { authRoute as GET, authRoute as POST } from "@/app/_server/auth-route"
