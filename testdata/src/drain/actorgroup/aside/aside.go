// Package aside runs actors, and does not wait for interrupts.
package aside

// Group holds the actors.
type Group struct{ actors []actor }

type actor struct {
	execute   func() error
	interrupt func(error)
}

// Add adds one.
func (g *Group) Add(execute func() error, interrupt func(error)) {
	g.actors = append(g.actors, actor{execute, interrupt})
}

// Run waits for what was executed.
func (g *Group) Run() error {
	errs := make(chan error, len(g.actors))
	for _, a := range g.actors {
		go func() { errs <- a.execute() }()
	}
	err := <-errs
	for _, a := range g.actors {
		go a.interrupt(err)
	}
	for range len(g.actors) - 1 {
		<-errs
	}
	return err
}
