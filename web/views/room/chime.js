/** The sound with which the time is over: two short notes, made here. A page that nobody has touched stays silent. */
export function chime() {
  const audio = new AudioContext();
  for (const [n, pitch] of [660, 880].entries()) {
    const at = audio.currentTime + n * 0.25;
    const [note, loudness] = [audio.createOscillator(), audio.createGain()];
    note.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.15, at);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
    note.connect(loudness).connect(audio.destination);
    note.start(at);
    note.stop(at + 0.6);
    if (n === 1) note.onended = () => audio.close();
  }
}
