import { DomainError } from '../errors/domain-error.ts'
import { liveProxy } from './proxy.process.ts'

/** Who votes for a firm: another firm of the ballot, or one of its own people. */
export type ProxyHolder = { kind: 'firm'; firmId: string } | { kind: 'colleague'; userId: string }
export type HeldProxy = { giverId: string; holder: ProxyHolder; state: string }

type Voices = { electorIds: readonly string[]; votedIds: readonly string[]; proxies: readonly HeldProxy[]; limit: number }

/**
 * Whether a firm may put its voice into these hands. A voice goes one way and one step: who has given its own away holds nobody's, and who holds
 * another's keeps its own. A colleague holds its own firm's voice alone, so that no limit counts it.
 * @throws VOTED_ALREADY, PROXY_GIVEN, PROXY_HOLDER_NOT_VOTER, PROXY_CIRCLE, PROXY_LIMIT_REACHED
 */
export const checkProxy = ({ electorIds, votedIds, proxies, limit }: Voices, giverId: string, holder: ProxyHolder): void => {
  if (votedIds.includes(giverId)) throw new DomainError('VOTED_ALREADY')
  if (proxyOf(proxies, giverId)) throw new DomainError('PROXY_GIVEN')
  if (holder.kind === 'colleague') return
  if (holder.firmId === giverId) throw new DomainError('PROXY_CIRCLE')
  if (!electorIds.includes(holder.firmId)) throw new DomainError('PROXY_HOLDER_NOT_VOTER')
  const hasGiven = proxyOf(proxies, holder.firmId)?.holder.kind === 'firm'
  if (hasGiven || proxiesHeldBy(proxies, giverId).length > 0) throw new DomainError('PROXY_CIRCLE')
  if (proxiesHeldBy(proxies, holder.firmId).length >= limit) throw new DomainError('PROXY_LIMIT_REACHED', { limit })
}

/** Firms that could hold the giver's voice now. */
export const possibleHolders = (voices: Voices, giverId: string): string[] =>
  voices.electorIds.filter((firmId) => {
    try {
      checkProxy(voices, giverId, { kind: 'firm', firmId })
      return true
    } catch (error) {
      if (error instanceof DomainError) return false
      throw error
    }
  })

export const isLive = ({ state }: { state: string }): boolean => (liveProxy as readonly string[]).includes(state)

/** The live proxy that a firm has given. */
export const proxyOf = <P extends HeldProxy>(proxies: readonly P[], giverId: string): P | undefined =>
  proxies.find((proxy) => proxy.giverId === giverId && isLive(proxy))

/** The live proxies that other firms have given to a firm. */
export const proxiesHeldBy = <P extends HeldProxy>(proxies: readonly P[], firmId: string): P[] =>
  proxies.filter((proxy) => isLive(proxy) && proxy.holder.kind === 'firm' && proxy.holder.firmId === firmId)
