const stopServer = async (): Promise<void> => {
  await globalThis.mutuoTestServer?.stop()
}

export default stopServer
