/** Two classic benchmarks of rule engines, written anew from what they are: guests at a table, and lines of drawings. */
package org.demarche.bench.classics;
