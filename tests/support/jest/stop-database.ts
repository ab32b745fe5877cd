const stopServers = async (): Promise<void> => {
  await Promise.all((globalThis.mutuoTestServers ?? []).map((server) => server.stop()))
}

export default stopServers
