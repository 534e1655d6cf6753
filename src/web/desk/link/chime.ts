/** Two soft sounds, made on the spot: one for a new chat, one for a message elsewhere. */
const OFFER_NOTES = [659.25, 880] as const;
const MESSAGE_NOTES = [740] as const;
const NOTE_S = 0.16;
const TAIL_S = 0.45;

export class Chime {
  #audio: AudioContext | null = null;

  play(what: 'offer' | 'message', volume: number): void {
    this.#audio ??= new AudioContext();
    const audio = this.#audio;
    // Browsers keep sound off until the page was touched; signing in is such a touch.
    if (audio.state === 'suspended') void audio.resume();
    const notes = what === 'offer' ? OFFER_NOTES : MESSAGE_NOTES;
    const loudness = (volume / 100) * (what === 'offer' ? 0.32 : 0.18);
    for (const [index, pitch] of notes.entries()) ring(audio, { pitch, loudness, at: audio.currentTime + index * NOTE_S });
  }
}

function ring(
  audio: AudioContext,
  { pitch, loudness, at }: { readonly pitch: number; readonly loudness: number; readonly at: number },
): void {
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: pitch });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + TAIL_S);
  tone.connect(gain).connect(audio.destination);
  tone.start(at);
  tone.stop(at + TAIL_S);
}
