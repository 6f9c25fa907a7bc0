/** How the benchmarks measure, compare and write down; knows nothing of what is measured. */
package org.demarche.bench.measure;
