/** A microphone that is open: its sound, and how loud it is now (0 to 1). */
export type OpenMicrophone = { stream: MediaStream; level(): number; close(): void };

const FRAME = 1_024;

/** Opens the microphone. Throws what the browser throws where it may not. */
export async function openMicrophone(): Promise<OpenMicrophone> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = FRAME;
  context.createMediaStreamSource(stream).connect(analyser);
  // Opened by a button, it may run; some browsers have to be told.
  await context.resume();
  const samples = new Float32Array(FRAME);
  return {
    stream,
    level() {
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / FRAME);
    },
    close() {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}
