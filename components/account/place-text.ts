/** A place in the reader's language: the city as the CDN calls it, else the country. */
export const placeText = (place: { city?: string; country: string } | undefined, locale: string) =>
  place && (place.city ?? new Intl.DisplayNames(locale, { type: "region" }).of(place.country))
