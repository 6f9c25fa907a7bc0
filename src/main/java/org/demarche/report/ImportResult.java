package org.demarche.report;

import org.demarche.events.EventFiles;
import org.demarche.events.ImportedEvents;

/**
 * What an import of events came to.
 *
 * @param asked whether files were to be written
 * @param written whether they were
 */
public record ImportResult(ImportedEvents events, EventFiles files, boolean asked, boolean written) {}
