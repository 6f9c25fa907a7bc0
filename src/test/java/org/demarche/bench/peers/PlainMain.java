package org.demarche.bench.peers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.bench.peers.PlainDrools.Model;

/** A program as one writes it who uses Drools: it builds rules from their files, reads facts, and prints what was concluded. */
public final class PlainMain {

    private PlainMain() {}

    /** @param args the model, the file of facts, the files of rules */
    public static void main(String[] args) throws Exception {
        List<String> rules = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            rules.add(Files.readString(Path.of(args[i])));
        }
        new PlainDrools(rules, Model.valueOf(args[0]))
                .concluded(FactLines.read(Path.of(args[1])))
                .forEach(System.out::println);
    }
}
