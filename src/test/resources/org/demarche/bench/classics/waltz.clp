; The rules of waltz.drl, for CLIPS.
(deftemplate line (slot one) (slot other))
(deftemplate outline (slot from) (slot to))
(deftemplate labelling (slot id) (slot shape) (slot first) (slot second) (slot third))
(deftemplate edge (slot from) (slot to))
(deftemplate junction (slot at) (slot shape) (slot first) (slot second) (slot third))
(deftemplate candidate (slot at) (slot labelling))
(deftemplate says (slot at) (slot labelling) (slot to) (slot label) (slot mirror))

(deffunction turn (?at ?one ?other)
  (- (* (- (div ?one 100000) (div ?at 100000)) (- (mod ?other 100000) (mod ?at 100000)))
     (* (- (mod ?one 100000) (mod ?at 100000)) (- (div ?other 100000) (div ?at 100000)))))

(deffunction against (?at ?one ?other)
  (> (turn ?at ?one ?other) 0))

(deffunction meet (?at ?shape ?first ?second ?third)
  (assert (junction (at ?at) (shape ?shape) (first ?first) (second ?second) (third ?third))))

(deffunction mirror (?label)
  (switch ?label (case out then in) (case in then out) (default ?label)))

(defrule a-line-has-two-ends
  (declare (salience 30))
  (line (one ?one) (other ?other))
  =>
  (assert (edge (from ?one) (to ?other)))
  (assert (edge (from ?other) (to ?one))))

(defrule three-lines-meet
  (declare (salience 20))
  (edge (from ?at) (to ?a))
  (edge (from ?at) (to ?b&:(> ?b ?a)))
  (edge (from ?at) (to ?c&:(> ?c ?b)))
  =>
  (bind ?second (if (against ?at ?a ?b) then ?b else ?c))
  (bind ?third (if (against ?at ?a ?b) then ?c else ?b))
  (if (eq (against ?at ?a ?b) (against ?at ?a ?c)) then
    (bind ?near (if (against ?at ?b ?c) then ?b else ?c))
    (bind ?far (if (against ?at ?b ?c) then ?c else ?b))
    (if (against ?at ?a ?b)
      then (meet ?at arrow ?a ?near ?far)
      else (meet ?at arrow ?near ?far ?a))
   else
    (if (against ?at ?second ?third)
      then (meet ?at fork ?a ?second ?third)
      else (meet ?at arrow ?third ?a ?second))))

(defrule two-lines-meet
  (declare (salience 20))
  (edge (from ?at) (to ?a))
  (edge (from ?at) (to ?b&:(> ?b ?a)))
  (not (edge (from ?at) (to ~?a&~?b)))
  =>
  (if (against ?at ?a ?b)
    then (meet ?at ell ?a ?b 0)
    else (meet ?at ell ?b ?a 0)))

(defrule may-be-labelled
  (declare (salience 10))
  (junction (at ?at) (shape ?shape) (first ?first) (second ?second) (third ?third))
  (labelling (shape ?shape) (id ?id) (first ?one) (second ?two) (third ?three))
  =>
  (assert (candidate (at ?at) (labelling ?id)))
  (assert (says (at ?at) (labelling ?id) (to ?first) (label ?one) (mirror (mirror ?one))))
  (assert (says (at ?at) (labelling ?id) (to ?second) (label ?two) (mirror (mirror ?two))))
  (if (<> ?third 0) then
    (assert (says (at ?at) (labelling ?id) (to ?third) (label ?three) (mirror (mirror ?three))))))

(defrule the-outline-has-the-solid-on-its-right
  (outline (from ?from) (to ?to))
  (says (at ?from) (to ?to) (label ~out) (labelling ?labelling))
  ?candidate <- (candidate (at ?from) (labelling ?labelling))
  =>
  (retract ?candidate))

(defrule nothing-fits-at-the-other-end
  ?candidate <- (candidate (at ?at) (labelling ?labelling))
  (says (at ?at) (labelling ?labelling) (to ?to) (mirror ?mirror))
  (not (says (at ?to) (to ?at) (label ?mirror)))
  =>
  (retract ?candidate))

(defrule forget-what-it-said
  (declare (salience 5))
  ?says <- (says (at ?at) (labelling ?labelling))
  (not (candidate (at ?at) (labelling ?labelling)))
  =>
  (retract ?says))

(deffunction tell ()
  (do-for-all-facts ((?candidate candidate)) TRUE
    (printout t ?candidate:at ":" ?candidate:labelling crlf)))
