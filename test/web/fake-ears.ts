/**
 * For a page before it runs: a recogniser that hears what the test says (`ear.hear(["xin chào", false])`, `ear.finish()`),
 * and a microphone as loud as the test wants (`loudness(0.5)`).
 */
export const FAKE_EARS = `
  window.ears = [];
  window.webkitSpeechRecognition = window.SpeechRecognition = class extends EventTarget {
    start() { window.ears.push(this); window.ear = this; this.results = []; }
    stop() { this.dispatchEvent(new Event("end")); }
    hear(...heard) {
      const results = heard.map(([transcript, isFinal]) => ({ 0: { transcript, confidence: 0.9 }, isFinal }));
      this.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results }));
    }
    finish() { this.dispatchEvent(new Event("end")); }
  };
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const [tone, gain, out] = [new OscillatorNode(context, { frequency: 220 }), new GainNode(context, { gain: 0 }), context.createMediaStreamDestination()];
    tone.connect(gain).connect(out);
    tone.start();
    window.loudness = (value) => (gain.gain.value = value);
    return out.stream;
  };
`;
