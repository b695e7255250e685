// The worker: answers the requests of protocol.js. Its source is emcc's glue, the page's parts that files.txt marks "shared" and this file.

const reader = new Reader((event) => {
  self.postMessage(event, event.type === "segment" ? [event.bytes.buffer] : []);
}, kPieceBytes);

const kRequests = {
  async start({ module, rules, own }) {
    const core = await Core.create(createClaimscope, module, (name, bytes) =>
      reader.hear(name, bytes),
    );
    await reader.start(core, rules, own);
  },
  read: ({ sources }) => reader.read(sources),
  redate: ({ bytes, days }) => reader.redate(bytes, days),
  cancel: () => reader.cancel(),
};

self.onmessage = async ({ data }) => {
  try {
    const answer = await kRequests[data.type](data);
    self.postMessage({ id: data.id, ok: true, ...answer });
  } catch (error) {
    const { code = "stopped", message, detail = String(error.stack) } = error;
    self.postMessage({ id: data.id, error: { code, message, detail } });
  }
};
