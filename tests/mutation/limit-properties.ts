import { configureGlobal } from 'fast-check'

/** Each change of the sources is tried against every property: a moment for each, of its thousands of runs, finds what is to be found. */
configureGlobal({ interruptAfterTimeLimit: 60, markInterruptAsFailure: false })
