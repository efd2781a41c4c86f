import { useTranslations } from "next-intl"
import { albums } from "@/components/api/albums"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { AlbumView } from "@/core/album/album.schema"
import { useRouter } from "@/i18n/navigation"

/** The two ways in which an album ends for somebody: it is deleted, or they leave it. */
export function useEnding(album: AlbumView, viewer: { id: string } | undefined) {
  const t = useTranslations("album")
  const router = useRouter()
  const problemText = useProblemText()
  const end = (act: () => Promise<void>, after: string, done: string) => async () => {
    try {
      await act()
      router.replace(after)
      router.refresh()
      toast(done)
    } catch (error) {
      toast(problemText(error))
    }
  }
  const parent = album.path.at(-1)
  return {
    remove: end(() => albums.remove(album.id), parent ? `/a/${parent.id}` : "/albums", t("deleted")),
    leave: end(() => albums.removeMember(album.id, viewer?.id ?? ""), "/albums?kind=shared", t("left")),
  }
}
