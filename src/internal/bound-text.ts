const ellipsis = '…';

/**
 * The text, cut to `maxLength` UTF-16 units with an ellipsis as the last one. Never cuts a surrogate
 * pair in two: half a pair would come back changed from some encoders.
 */
export function boundText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = maxLength - ellipsis.length;
  const last = text.charCodeAt(end - 1);
  const cutsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, cutsPair ? end - 1 : end) + ellipsis;
}
