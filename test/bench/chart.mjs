// Bars as SVG: one group for each question, the longest bar first.

const row = 22;
const left = 210;
const width = 760;
const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

/** `groups`: a title and bars, each with a name, a value and whether it is ours. */
export function toChart(groups) {
  const parts = [];
  let y = 10;
  for (const { title, bars } of groups) {
    const longest = Math.max(...bars.map(({ value }) => value));
    parts.push(`<text x="0" y="${y + 14}" class="title">${escape(title)}</text>`);
    y += 24;
    for (const { name, value, isOurs } of [...bars].sort((a, b) => b.value - a.value)) {
      const length = Math.max(1, (value / longest) * (width - left - 60));
      parts.push(`<text x="${left - 8}" y="${y + 15}" text-anchor="end">${escape(name)}</text>`);
      parts.push(`<rect x="${left}" y="${y + 3}" width="${length.toFixed(1)}" height="${row - 6}" class="${isOurs ? 'ours' : 'theirs'}"/>`);
      parts.push(`<text x="${(left + length + 6).toFixed(1)}" y="${y + 15}">${value.toFixed(2)}</text>`);
      y += row;
    }
    y += 18;
  }
  const style = 'text{font:13px system-ui,sans-serif;fill:#24292f}.title{font-weight:600}.ours{fill:#0b6bcb}.theirs{fill:#b6bec9}';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img"><style>${style}</style><rect width="${width}" height="${y}" fill="#fff"/>\n${parts.join('\n')}\n</svg>\n`;
}
