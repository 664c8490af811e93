/** Addresses of documents as the resolver’s places, and the way back: editors encode the same address in several ways. */

const ORIGIN = /^[a-z][\w+.-]*:\/\/[^/]*/i;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign of its own.
    return part;
  }
}

/** `file:///c%3A/%E5%B9%B4.txt` is `file:///c:/年.txt`. An unsaved document stands in no folder. */
export function toPlace(uri: string): string {
  const origin = ORIGIN.exec(uri)?.[0];
  if (origin === undefined) return '';
  return origin + uri.slice(origin.length).split('/').map(decoded).join('/');
}

export function toUri(place: string): string {
  const origin = ORIGIN.exec(place)?.[0] ?? '';
  return origin + place.slice(origin.length).split('/').map(encodeURIComponent).join('/');
}
