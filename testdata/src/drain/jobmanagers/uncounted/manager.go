// Package uncounted is package manager, whose Done does not wait for the jobs of the end.
package uncounted

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// RunningJob runs until its context ends.
type RunningJob func(context.Context) error

// ShutdownJob runs when the program is told to stop.
type ShutdownJob func() error

// Manager has jobs.
type Manager struct {
	lock              sync.RWMutex
	shutdownCtx       context.Context
	shutdownCtxCancel context.CancelFunc
	doneCtx           context.Context
	doneCtxCancel     context.CancelFunc
	runningWaitGroup  sync.WaitGroup
	runAtShutdown     []ShutdownJob
	errors            []error
}

// NewManager makes a manager that listens for signals.
func NewManager() *Manager {
	m := &Manager{}
	m.start(context.Background())
	return m
}

func (g *Manager) start(ctx context.Context) {
	g.shutdownCtx, g.shutdownCtxCancel = context.WithCancel(ctx)
	g.doneCtx, g.doneCtxCancel = context.WithCancel(context.Background())

	go g.handleSignals(ctx)
}

func (g *Manager) doGracefulShutdown() {
	g.shutdownCtxCancel()
	for _, f := range g.runAtShutdown {
		func(run ShutdownJob) {
			go g.doShutdownJob(run)
		}(f)
	}
	go func() {
		g.waitForJobs()
		g.lock.Lock()
		g.doneCtxCancel()
		g.lock.Unlock()
	}()
}

func (g *Manager) waitForJobs() {
	g.runningWaitGroup.Wait()
}

func (g *Manager) handleSignals(ctx context.Context) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	defer signal.Stop(c)

	for {
		select {
		case sig := <-c:
			log.Printf("received %s", sig)
			g.doGracefulShutdown()
			return
		case <-ctx.Done():
			g.doGracefulShutdown()
			return
		}
	}
}

func (g *Manager) doShutdownJob(f ShutdownJob) {
	defer func() {
		if err := recover(); err != nil {
			log.Printf("panic in shutdown job: %v", err)
		}
	}()
	if err := f(); err != nil {
		g.lock.Lock()
		g.errors = append(g.errors, err)
		g.lock.Unlock()
	}
}

// AddShutdownJob adds a job for the end.
func (g *Manager) AddShutdownJob(f ShutdownJob) {
	g.lock.Lock()
	g.runAtShutdown = append(g.runAtShutdown, f)
	g.lock.Unlock()
}

// AddRunningJob starts a job.
func (g *Manager) AddRunningJob(f RunningJob) {
	g.runningWaitGroup.Add(1)

	go func() {
		defer func() {
			if err := recover(); err != nil {
				log.Printf("panic in running job: %v", err)
			}
			g.runningWaitGroup.Done()
		}()
		if err := f(g.shutdownCtx); err != nil {
			g.lock.Lock()
			g.errors = append(g.errors, err)
			g.lock.Unlock()
		}
	}()
}

// Done tells when all jobs are done.
func (g *Manager) Done() <-chan struct{} {
	return g.doneCtx.Done()
}

// ShutdownContext ends when the program is told to stop.
func (g *Manager) ShutdownContext() context.Context {
	return g.shutdownCtx
}
