/**
 * Claims that Azure asks for, as the JSON that Entra takes. They arrive as JSON (an SDK decoded them) or in base64 (from
 * a `WWW-Authenticate` header); anything else is `undefined`, because Entra would refuse it.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaims(text: string | undefined): string | undefined {
  if (!text) return undefined;
  for (const candidate of [text, decoded(text)]) {
    if (isJsonObject(candidate)) return candidate;
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

function isJsonObject(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json);
  } catch {
    return false;
  }
}
