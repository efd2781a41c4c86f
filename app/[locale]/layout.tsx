import type { Metadata, Viewport } from "next"
import { headers } from "next/headers"
import { notFound } from "next/navigation"
import { hasLocale } from "next-intl"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { site } from "@/app/_server/site"
import { ServiceWorker } from "@/components/layout/service-worker"
import { themeScript } from "@/components/layout/theme"
import { ThemeScript } from "@/components/layout/theme-script"
import { Toaster } from "@/components/ui/toaster"
import { routing } from "@/i18n/routing"
import "../globals.css"
import { ModeNotice } from "./mode-notice"

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("layout")
  return {
    metadataBase: new URL(site.url),
    title: { default: site.name, template: `%s · ${site.name}` },
    description: t("description"),
    applicationName: site.name,
    icons: {
      icon: [
        { url: "/icon.svg", type: "image/svg+xml" },
        { url: "/favicon.ico", sizes: "32x32" },
      ],
      apple: "/apple-touch-icon.png",
    },
    formatDetection: { telephone: false, email: false, address: false },
  }
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafa" },
    { media: "(prefers-color-scheme: dark)", color: "#0f0f0f" },
  ],
}

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const nonce = (await headers()).get("x-nonce") ?? undefined
  return (
    // The theme script sets data-theme before React looks.
    <html lang={locale} suppressHydrationWarning>
      <body>
        <ThemeScript nonce={nonce} script={themeScript} />
        <ModeNotice />
        {children}
        <Toaster />
        <ServiceWorker />
      </body>
    </html>
  )
}
