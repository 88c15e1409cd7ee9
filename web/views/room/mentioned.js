/** Whoever comes from a count of mentions in the lobby comes to the card: its sheet opens, and is read by that. */
export function openMentioned({ ui, records, me }) {
  if (!new URLSearchParams(location.search).has('mention')) return;
  const [first] = records.get('mention', me.member)?.comments ?? [];
  if (!first || ui.sheet.issue !== null) return;
  ui.sheet.turnTo('discussion');
  ui.sheet.show(first.issue);
}
