import { useCallback, useEffect, useState } from "react"
import { type LinkTarget, links } from "@/components/api/links"
import type { LinkView } from "@/core/share/share.schema"

/** The links to one thing, the newest first, as they change here. */
export function useLinks({ kind, id }: LinkTarget) {
  const [list, setList] = useState<LinkView[]>()
  const [failed, setFailed] = useState(false)
  const reload = useCallback(async () => {
    setFailed(false)
    try {
      setList((await links.of({ kind, id })).items)
    } catch {
      setFailed(true)
    }
  }, [kind, id])
  useEffect(() => {
    reload()
  }, [reload])
  const put = (link: LinkView) =>
    setList((before = []) =>
      before.some((one) => one.id === link.id)
        ? before.map((one) => (one.id === link.id ? link : one))
        : [link, ...before],
    )
  const drop = (linkId: string) => setList((before = []) => before.filter((one) => one.id !== linkId))
  return { list, failed, reload, put, drop }
}
