/** What the benchmarks compare with, each run as its own users would run it. */
package org.demarche.bench.peers;
