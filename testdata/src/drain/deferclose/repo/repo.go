// Package repo holds a connection.
package repo

import "database/sql"

// Repo holds a connection.
type Repo struct{ db *sql.DB }

// New makes one.
func New() *Repo { return &Repo{} }

// Close closes it and waits for nobody.
func (r *Repo) Close() { _ = r.db.Close() }
